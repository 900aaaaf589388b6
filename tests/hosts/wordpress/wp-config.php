<?php
// WordPress with a database of its own, which asks nothing of other sites and mails to nobody.
$table_prefix = 'wp_';
foreach ([
    'DB_HOST' => '127.0.0.1:' . getenv('DATABASE_PORT'),
    'DB_NAME' => 'wordpress',
    'DB_USER' => 'anyone',
    'DB_PASSWORD' => '',
    'WP_HOME' => getenv('SITE'),
    'WP_SITEURL' => getenv('SITE'),
    'DISABLE_WP_CRON' => true,
    'WP_HTTP_BLOCK_EXTERNAL' => true,
    'AUTOMATIC_UPDATER_DISABLED' => true,
] as $name => $value) {
    define($name, $value);
}
if (!defined('ABSPATH')) {
    define('ABSPATH', __DIR__ . '/');
}
function wp_mail()
{
    return true;
}
require_once ABSPATH . 'wp-settings.php';
// Where no font has emoji, pages would get them as pictures from elsewhere.
remove_action('wp_head', 'print_emoji_detection_script', 7);
