export default {
  label: '附件类别',
  title: '附件',
  add: '添加图片或 PDF',
  hint: 'JPG、PNG 图片或 PDF，每个不超过 10 MB。附件只存在这台电脑上，不上传。',
  none: '还没有附件',
  open: '查看',
  save: '另存',
  saved: '已另存',
}
